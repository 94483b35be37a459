// Wrong: divides in floating point, whose 53 bits are too few for numbers up to 10^18.
#include <cmath>
#include <iostream>
#include <numeric>

int main() {
    long long a, b, l, r;
    std::cin >> a >> b >> l >> r;
    long long both = a / std::gcd(a, b) * b;
    auto multiples = [&](long long n, long long d) { return (long long)std::floor(double(n) / double(d)); };
    auto count = [&](long long n) { return multiples(n, a) + multiples(n, b) - 2 * multiples(n, both); };
    std::cout << count(r) - count(l - 1) << '\n';
    return 0;
}
