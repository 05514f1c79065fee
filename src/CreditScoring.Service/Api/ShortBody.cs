namespace CreditScoring.Service.Api;

/// <summary>The text of a request that is one short object.</summary>
internal static class ShortBody
{
    /// <summary>Characters.</summary>
    private const int Longest = 10_000;

    /// <summary>Of a longer text its beginning, which is no JSON.</summary>
    public static async Task<string> ReadAsync(HttpRequest request, CancellationToken gone)
    {
        using var reader = new StreamReader(request.Body);
        var room = new char[Longest];
        var read = await reader.ReadBlockAsync(room, gone);
        return new string(room, 0, read);
    }
}
