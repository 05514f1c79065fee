namespace CreditScoring.Law.Language.Days;

/// <summary>Notes in an evaluation until when what it read holds.</summary>
internal static class Stability
{
    public static void Note(Evaluation evaluation, DateOnly first)
    {
        var tomorrow = Calendar.After(evaluation.Day);
        evaluation.ChangesOn(first < tomorrow ? tomorrow : first);
    }

    /// <summary>The next greater value; the greatest has none.</summary>
    public static DateOnly Above(DateOnly value) => Calendar.After(value);

    public static int Above(int value) => value == int.MaxValue ? value : value + 1;

    /// <summary>The least whole number that is at least <paramref name="value"/>.</summary>
    public static int AtLeast(decimal value) => Clamp(Math.Ceiling(value));

    /// <summary>The least whole number above <paramref name="value"/>.</summary>
    public static int AboveNumber(decimal value) => Above(Clamp(Math.Floor(value)));

    private static int Clamp(decimal value) =>
        (int)Math.Clamp(value, int.MinValue, int.MaxValue);
}
