asm(".data\n.fill 1000000000, 8, 1\n");
int main() {}
