#include <stdio.h>

int main(void)
{
	puts("bieudo");
	return 0;
}
