bieudo render --scale 0 data/chart.json
status 2
