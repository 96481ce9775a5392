bieudo check thieu.json
status 3
