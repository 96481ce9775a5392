bieudo render data/chart.json data/poster.json -o a.png
status 2
