namespace CreditScoring.Service.Dashboard;

/// <summary>Names of places in a page.</summary>
internal static class Anchor
{
    /// <summary>A name of the rules (<c>cn/serious-list</c>) as an anchor.</summary>
    public static string Of(string name) => name.Replace('/', '.');
}
