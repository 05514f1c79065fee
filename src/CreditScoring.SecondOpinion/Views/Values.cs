using CreditScoring.Law.Seconding;

namespace CreditScoring.SecondOpinion.Views;

/// <summary>
/// Values of ours as the package has them: a day is a <see cref="DateTime"/> at midnight there.
/// </summary>
internal static class Values
{
    public static DateTime Day(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);

    public static DateTime? Day(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue);

    public static DateOnly Day(DateTime day) => DateOnly.FromDateTime(day);

    /// <summary>Whether both are the same value; numbers there may be binary, to the ninth place.</summary>
    public static bool Same(object? ours, object? theirs) => (ours, theirs) switch
    {
        (null, null) or (null, IView { Inner: null }) => true,
        (null, _) or (_, null) => false,
        (DateOnly day, DateTime there) => Day(day) == there,
        (string text, string there) => text == there,
        (bool flag, bool there) => flag == there,
        (IView left, IView right) => Equals(left.Inner, right.Inner),
        (not string, IView view) => Equals(view.Inner, ours),
        (System.Collections.IEnumerable list, System.Collections.IEnumerable there) when ours is not string =>
            SameItems(list, there),
        (DateTime or TimeSpan, _) => ours.Equals(theirs),
        (IConvertible number, IConvertible there) when IsNumber(ours) && IsNumber(theirs) =>
            SameNumber(number, there),
        _ => false,
    };

    /// <summary>As a difference is told.</summary>
    public static string Shown(object? value) => SecondAnswer.Shown(value switch
    {
        DateTime day when day.TimeOfDay == TimeSpan.Zero => Day(day),
        IView view => view.Inner,
        _ => value,
    });

    private static bool SameItems(System.Collections.IEnumerable left, System.Collections.IEnumerable right)
    {
        object?[] ours = [.. left.Cast<object?>()];
        object?[] theirs = [.. right.Cast<object?>()];
        var same = ours.Length == theirs.Length;
        for (var i = 0; same && i < ours.Length; i++)
        {
            same = Same(ours[i], theirs[i]);
        }

        return same;
    }

    private static bool SameNumber(IConvertible ours, IConvertible theirs)
    {
        var there = theirs is double or float;
        var difference = Math.Abs(
            ours.ToDecimal(System.Globalization.CultureInfo.InvariantCulture)
            - theirs.ToDecimal(System.Globalization.CultureInfo.InvariantCulture));
        return there ? difference <= 1e-9m : difference == 0;
    }

    private static bool IsNumber(object value) =>
        value is decimal or int or long or double or float or short or byte or uint or ulong;
}
