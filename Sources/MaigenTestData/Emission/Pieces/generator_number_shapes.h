unsigned long long timesModulo(unsigned long long a, unsigned long long b, unsigned long long modulus) {
    return (unsigned __int128)a * b % modulus;
}

// Miller and Rabin's test; these bases decide all numbers of 64 bits.
bool isPrime(long long n) {
    if (n < 2) return false;
    for (long long p : {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37})
        if (n % p == 0) return n == p;
    int twos = __builtin_ctzll(n - 1);
    for (long long base : {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37}) {
        unsigned long long power = 1, factor = base;
        for (long long e = (n - 1) >> twos; e > 0; e >>= 1) {
            if (e & 1) power = timesModulo(power, factor, n);
            factor = timesModulo(factor, factor, n);
        }
        bool passes = power == 1 || power == (unsigned long long)n - 1;
        for (int i = 1; i < twos && !passes; i++) {
            power = timesModulo(power, power, n);
            passes = power == (unsigned long long)n - 1;
        }
        if (!passes) return false;
    }
    return true;
}

// The greatest prime up to n, 2 where there is none.
long long primeUpTo(long long n) {
    while (n > 2 && !isPrime(n)) n--;
    return max(2LL, n);
}

// One of the numbers that lies within the bounds, where there is one; greater ones come up more often.
long long oneOf(vector<long long> numbers, long long least, long long greatest) {
    vector<long long> fitting;
    for (long long number : numbers)
        if (number >= least && number <= greatest) fitting.push_back(number);
    if (fitting.empty()) return uniform(least, greatest);
    sort(fitting.begin(), fitting.end());
    return fitting[max(rnd.next((int)fitting.size()), rnd.next((int)fitting.size()))];
}

// Numbers on which arithmetic goes wrong or slowly.
const Shapes numberShapes = {
    // The last primes before the bound.
    {"primes", [](long long, long long, long long least, long long greatest) {
         return oneOf({primeUpTo(greatest), primeUpTo(uniform(max(least, greatest / 10 * 9), greatest))}, least, greatest);
     }},
    {"prime-squares", [](long long, long long, long long least, long long greatest) {
         long long root = sqrtl(max(4LL, greatest));
         while (root > 3'037'000'499 || (root > 2 && root * root > greatest)) root--;
         long long p = primeUpTo(root), q = primeUpTo(max(2LL, p - 1 - rnd.next(20)));
         return oneOf({p * p, p * q}, least, greatest);
     }},
    // More divisors than any smaller number has: the product of the first primes, with falling exponents.
    {"highly-composite", [](long long, long long, long long least, long long greatest) {
         long long best = 1, mostDivisors = 1;
         function<void(size_t, long long, long long, int)> search = [&](size_t place, long long product, long long divisors, int limit) {
             static const long long PRIMES[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47};
             if (divisors > mostDivisors || (divisors == mostDivisors && product < best)) best = product, mostDivisors = divisors;
             if (place == size(PRIMES)) return;
             for (int e = 1; e <= limit && product <= greatest / PRIMES[place]; e++) {
                 product *= PRIMES[place];
                 search(place + 1, product, divisors * (e + 1), e);
             }
         };
         static map<long long, long long> known;
         if (known.count(greatest) == 0) {
             search(0, 1, 1, 62);
             known[greatest] = best;
         }
         long long number = known[greatest];
         return oneOf({number, number, number, number / 2, number / 3}, least, greatest);
     }},
    {"powers", [](long long, long long, long long least, long long greatest) {
         vector<long long> numbers;
         for (int e = 1; e < 62; e++)
             for (long long away : {-1, 0, 1}) numbers.push_back((1LL << e) + away);
         return oneOf(numbers, least, greatest);
     }},
    // Products (6k+1)(12k+1)(18k+1) of three primes: weak tests take them for primes.
    {"carmichael", [](long long, long long, long long least, long long greatest) {
         static vector<long long> numbers = {561, 1105, 1729, 2465, 2821, 6601, 8911, 10585, 15841, 29341};
         for (static long long k = 5; k < 80'000; k++)
             if (isPrime(6 * k + 1) && isPrime(12 * k + 1) && isPrime(18 * k + 1))
                 numbers.push_back((6 * k + 1) * (12 * k + 1) * (18 * k + 1));
         return oneOf(numbers, least, greatest);
     }},
    // Euclid's algorithm takes longest for neighbours among them.
    {"fibonacci", [](long long, long long, long long least, long long greatest) {
         long long a = 1, b = 2;
         while (b <= greatest - a) {
             long long next = a + b;
             a = b;
             b = next;
         }
         return oneOf({a, b}, least, greatest);
     }},
};
