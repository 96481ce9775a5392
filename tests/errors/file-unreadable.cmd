bieudo check data
status 3
