bieudo check left-out.json
status 0
