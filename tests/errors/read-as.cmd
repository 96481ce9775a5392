bieudo check read-as.json
status 0
