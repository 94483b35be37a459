#if __has_include("DECOY")
#error BREACH the decoy can be seen
#endif
int main() {}
