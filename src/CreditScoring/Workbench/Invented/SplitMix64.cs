namespace CreditScoring.Workbench.Invented;

/// <summary>
/// The generator of Steele, Lea and Flood (2014): a few lines that give the same numbers on every
/// machine and in every release, which <c>System.Random</c> does not promise.
/// </summary>
public sealed class SplitMix64(ulong seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    /// <summary>A generator of its own for the n-th of many, whatever the others draw.</summary>
    public static SplitMix64 For(ulong seed, int number) =>
        new(new SplitMix64(unchecked(seed * Step + (ulong)number)).Next());

    public ulong Next()
    {
        unchecked
        {
            state += Step;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>A whole number from a least to a most, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many of a hundred thousand draws.</summary>
    public bool Of100000(int times) => Below(100_000) < times;

    public bool Percent(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
