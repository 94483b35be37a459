#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int sum = 0, nights = 0;
    while (true) {
        int n = inf.readInt(0, 100000, "n");
        inf.readEoln();
        if (n == 0) break;
        nights++;
        sum += n;
        ensuref(sum <= 200000, "the sum of n exceeds 200000");
        for (int i = 1; i <= n; i++) {
            int l = inf.readInt(0, 1000000000, "l");
            inf.readSpace();
            inf.readInt(l, 1000000000, "r");
            inf.readEoln();
        }
    }
    ensuref(nights > 0, "there is no night");
    inf.readEof();
    return 0;
}
