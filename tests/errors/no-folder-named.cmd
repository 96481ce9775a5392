bieudo docs
status 2
