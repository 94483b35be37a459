asm(".incbin \"DECOY\"");
int main() {}
