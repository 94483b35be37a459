#include "DECOY"
int main() {}
