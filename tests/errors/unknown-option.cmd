bieudo render --fomat png data/chart.json
status 2
