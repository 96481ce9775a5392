bieudo render data/poster.json -o ra
status 2
