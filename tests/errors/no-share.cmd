bieudo render --share data data/chart.json
status 3
