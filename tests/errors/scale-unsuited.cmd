bieudo check scale-unsuited.json
status 0
