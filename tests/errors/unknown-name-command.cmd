bieudo rendr data/chart.json
status 2
