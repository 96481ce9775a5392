bieudo render data/chart.json -o
status 2
