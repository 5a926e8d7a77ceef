/* The one function that Go calls at its start and that older Wine (8, as Debian
 * 12 has it) lacks, by means of one that it has. Only tools/release/wine.sh
 * uses it: Windows itself has the function, and no release carries this. */
#include <stddef.h>

__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *buffer, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *buffer, size_t length)
{
	while (length > 0) {
		unsigned long part = length < 1 << 20 ? (unsigned long)length : 1 << 20;
		if (!SystemFunction036(buffer, part))
			return 0;
		buffer += part;
		length -= part;
	}
	return 1;
}
