bieudo render
status 2
