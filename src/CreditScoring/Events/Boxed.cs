namespace CreditScoring.Events;

/// <summary>The two truth values as objects, made once.</summary>
internal static class Boxed
{
    private static readonly object True = true;
    private static readonly object False = false;

    public static object Of(bool value) => value ? True : False;
}
