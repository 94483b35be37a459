asm(".data\n.space 1 << 40\n");
int main() {}
