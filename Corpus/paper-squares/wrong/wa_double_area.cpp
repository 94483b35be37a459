// Wrong: divides the area by the area of a square in floating point, which is inexact for large sheets.
#include <cstdio>
#include <numeric>

int main() {
    int w, h;
    while (scanf("%d %d", &w, &h) == 2 && w != 0) {
        double side = std::gcd(w, h);
        printf("%.0f\n", double(w) * double(h) / (side * side));
    }
    return 0;
}
