/* picture.h - inside chart/: how the pictures of image marks are found and drawn. */
#pragma once
#include "scene/items.h"

/* Lets image items draw themselves; others are left alone. */
void bd_picture_set(bd_items *items);
