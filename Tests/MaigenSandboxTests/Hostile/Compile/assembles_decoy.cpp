asm(".include \"DECOY\"");
int main() {}
