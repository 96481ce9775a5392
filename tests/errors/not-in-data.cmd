bieudo check not-in-data.json
status 0
