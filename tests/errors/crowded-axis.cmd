bieudo check crowded-axis.json
status 0
