bieudo check no-italic.json
status 0
