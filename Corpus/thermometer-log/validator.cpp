#include "testlib.h"

#include <string>

void readTemperature(const char *name) {
    std::string text = inf.readToken("[0-9.\\-]{3,5}", name);
    bool negative = text[0] == '-';
    std::string digits = text.substr(negative);
    size_t size = digits.size();
    ensuref(size >= 3 && size <= 4 && digits[size - 2] == '.', "%s has not one decimal", text.c_str());
    int value = 0;
    for (size_t i = 0; i < size; i++) {
        if (i == size - 2) continue;
        ensuref('0' <= digits[i] && digits[i] <= '9', "%s is not a number", text.c_str());
        value = value * 10 + (digits[i] - '0');
    }
    ensuref(size == 3 || digits[0] != '0', "%s has a leading zero", text.c_str());
    ensuref(!negative || value != 0, "zero has a sign");
    ensuref(value <= (negative ? 400 : 500), "%s is out of range", text.c_str());
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 200000, "n");
    inf.readSpace();
    inf.readInt(1, n, "k");
    inf.readSpace();
    readTemperature("x");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        readTemperature("t");
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}
