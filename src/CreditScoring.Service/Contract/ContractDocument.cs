using System.Reflection;
using System.Text.Json.Nodes;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using Microsoft.OpenApi;

namespace CreditScoring.Service.Contract;

/// <summary>
/// The contract of the service (OpenAPI 3.1), made of what endpoints declare: label, purpose, parameters,
/// body, shape of the answer. Nothing of it is written by hand a second time.
/// </summary>
public static class ContractDocument
{
    private const string KeyScheme = "key";

    public static OpenApiDocument Of(IEnumerable<RouteEndpoint> endpoints)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "CreditScoring", Version = "v1",
                Description = "质量失信记分与分类分级监管 · quality credit points and supervision by grade",
            },
            Servers = [new OpenApiServer { Url = "/" }],
            Paths = [],
            Components = new OpenApiComponents(),
        };
        document.AddComponent(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "ccs_<id>_<secret>",
            Description = "由管理员签发的密钥 · a key that an admin has issued",
        });
        var made = new Operations(document, new ShapeSchemas(document));
        foreach (var endpoint in endpoints.OrderBy(PathOf, StringComparer.Ordinal).ThenBy(MethodOf))
        {
            var path = PathOf(endpoint);
            if (!document.Paths.TryGetValue(path, out var item))
            {
                document.Paths.Add(path, item = new OpenApiPathItem());
            }

            ((OpenApiPathItem)item).AddOperation(new HttpMethod(MethodOf(endpoint)), made.Of(endpoint, path));
        }

        return document;
    }

    /// <summary>As it is committed and answered.</summary>
    public static async Task<string> TextAsync(OpenApiDocument document) =>
        (await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1)).ReplaceLineEndings("\n") + "\n";

    internal static OpenApiSecurityRequirement Keyed(OpenApiDocument document) => new()
    {
        [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [],
    };

    /// <summary>
    /// The parameters that a handler declares, as <see cref="DeclaredParameters"/> takes them.
    /// </summary>
    internal static string PathOf(RouteEndpoint endpoint) =>
        "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    internal static string MethodOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
}
