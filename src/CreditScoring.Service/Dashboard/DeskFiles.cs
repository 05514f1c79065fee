using System.Security.Cryptography;
using CreditScoring.Service.Contract;

namespace CreditScoring.Service.Dashboard;

/// <summary>
/// The style sheet and the script of the pages; an address names the content, and never changes.
/// </summary>
public static class DeskFiles
{
    private static readonly Dictionary<string, Asset> ByName = new[]
    {
        Asset.Read("desk.css", "text/css; charset=utf-8"),
        Asset.Read("desk.js", "text/javascript; charset=utf-8"),
        Asset.Read("desk.svg", "image/svg+xml"),
    }.ToDictionary(each => each.Name);

    public static string Style => ByName["desk.css"].Address;

    public static string Script => ByName["desk.js"].Address;

    public static string Icon => ByName["desk.svg"].Address;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{hash}/{name}", Get).ForEverybody().ExcludeFromDescription();

    private static IResult Get(string hash, string name, HttpContext context)
    {
        if (!ByName.TryGetValue(name, out var asset) || asset.Hash != hash)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Content, asset.MediaType);
    }

    /// <summary>A file of this room, embedded in the program.</summary>
    private sealed record Asset(string Name, string MediaType, byte[] Content)
    {
        public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Content))[..16];

        public string Address => $"/assets/{Hash}/{Name}";

        public static Asset Read(string name, string mediaType)
        {
            using var stream = typeof(DeskFiles).Assembly.GetManifestResourceStream($"Dashboard/{name}")!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return new Asset(name, mediaType, content.ToArray());
        }
    }
}
