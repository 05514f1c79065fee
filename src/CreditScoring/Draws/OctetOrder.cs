namespace CreditScoring.Draws;

/// <summary>
/// Texts in the order of their octets in UTF-8, which is that of their code points: as
/// <c>LC_ALL=C sort</c> has them, and not as UTF-16 would.
/// </summary>
public sealed class OctetOrder : IComparer<string>
{
    public static readonly OctetOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var same = x.AsSpan().CommonPrefixLength(y);
        return same == x!.Length || same == y!.Length
            ? x.Length.CompareTo(y!.Length)
            : Weight(x[same]).CompareTo(Weight(y[same]));
    }

    /// <summary>Halves of a pair stand for code points above all others of one unit.</summary>
    private static int Weight(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
