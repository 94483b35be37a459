// Counts the different values of a hash modulo 2^61 - 1 with a random base.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>
#include <string>
#include <vector>

const unsigned long long prime = (1ULL << 61) - 1;

unsigned long long times(unsigned long long a, unsigned long long b) {
    return (unsigned long long)((unsigned __int128)a * b % prime);
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    std::mt19937_64 random(std::chrono::steady_clock::now().time_since_epoch().count());
    const unsigned long long base = random() % (prime - 1000) + 500;
    unsigned long long top = 1, hash = 0;
    for (int i = 0; i < k; i++) top = times(top, base);
    std::vector<unsigned long long> hashes;
    for (int i = 0; i < n; i++) {
        hash = (times(hash, base) + s[i]) % prime;
        if (i >= k) hash = (hash + prime - times(top, s[i - k])) % prime;
        if (i >= k - 1) hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    std::cout << std::unique(hashes.begin(), hashes.end()) - hashes.begin() << '\n';
    return 0;
}
