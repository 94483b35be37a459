// Wrong: the least common multiple is computed in 32 bits.
#include <iostream>
#include <numeric>

int main() {
    int a, b;
    long long l, r;
    std::cin >> a >> b >> l >> r;
    unsigned product = unsigned(a / std::gcd(a, b)) * unsigned(b);
    long long both = product == 0 ? 1 : product;
    auto count = [&](long long n) { return n / a + n / b - 2 * (n / both); };
    std::cout << count(r) - count(l - 1) << '\n';
    return 0;
}
