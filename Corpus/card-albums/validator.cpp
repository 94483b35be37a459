#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    int sum = 0;
    for (int i = 1; i <= n; i++) {
        int k = inf.readInt(0, 500000, "k_i");
        sum += k;
        ensuref(sum <= 500000, "there are more than 500000 cards");
        for (int j = 1; j <= k; j++) {
            inf.readSpace();
            inf.readInt(1, 1000000000, "card");
        }
        inf.readEoln();
    }
    ensuref(sum > 0, "there is no card");
    inf.readEof();
    return 0;
}
