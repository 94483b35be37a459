#include <cstdio>
#include <vector>

typedef std::vector<std::vector<long long>> Matrix;

const long long mod = 998244353;
int n;

Matrix multiply(const Matrix &a, const Matrix &b) {
    int columns = int(b[0].size());
    Matrix c(n, std::vector<long long>(columns));
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < columns; j++) c[i][j] = (c[i][j] + a[i][k] * b[k][j]) % mod;
        }
    }
    return c;
}

Matrix read(int columns) {
    Matrix a(n, std::vector<long long>(columns));
    for (auto &row : a) {
        for (auto &x : row) {
            if (scanf("%lld", &x) != 1) x = 0;
        }
    }
    return a;
}

int main() {
    long long k;
    if (scanf("%d %lld", &n, &k) != 2) return 1;
    Matrix x = read(1), a = read(n), b = read(n);
    Matrix power = multiply(b, a);
    for (long long e = k / 2; e > 0; e /= 2) {
        if (e % 2 == 1) x = multiply(power, x);
        power = multiply(power, power);
    }
    if (k % 2 == 1) x = multiply(a, x);
    for (int i = 0; i < n; i++) printf("%lld%c", x[i][0], i + 1 < n ? ' ' : '\n');
    return 0;
}
