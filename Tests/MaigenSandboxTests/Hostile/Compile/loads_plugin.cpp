#pragma GCC plugin "evil"
#pragma GCC optimize("-fplugin=/tmp/evil.so,-fdump-tree-all=/box/dump,-o/box/other")
#include <cstdio>
int main() { puts("harmless"); }
