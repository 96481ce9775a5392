bieudo check none-left.json
status 0
