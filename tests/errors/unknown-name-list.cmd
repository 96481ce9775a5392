bieudo list iconz
status 2
