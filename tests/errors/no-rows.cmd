bieudo check no-rows.json
status 0
