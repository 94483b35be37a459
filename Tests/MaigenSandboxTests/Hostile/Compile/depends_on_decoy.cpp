#pragma GCC dependency "DECOY"
#include "DECOY"
int main() {}
