#if __INCLUDE_LEVEL__ < 180
#include "program.cpp"
#include "program.cpp"
#endif
#if __INCLUDE_LEVEL__ == 0
int main() {}
#endif
