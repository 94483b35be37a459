#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int k = inf.readInt(1, 300, "k");
    inf.readSpace();
    inf.readInt(1, 10000, "W");
    inf.readEoln();
    for (int i = 1; i <= k; i++) {
        int p = inf.readInt(1, 50, "p");
        for (int j = 1; j <= p; j++) {
            inf.readSpace();
            inf.readInt(1, 10000, "w");
            inf.readSpace();
            inf.readInt(1, 1000000, "f");
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
