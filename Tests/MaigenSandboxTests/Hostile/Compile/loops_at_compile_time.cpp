constexpr int loop() { int n = 0; while (true) n ^= 1; return n; }
constexpr int value = loop();
int main() { return value; }
