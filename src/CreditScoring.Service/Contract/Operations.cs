using System.Text.Json.Nodes;
using CreditScoring.Service.Answers;
using Microsoft.OpenApi;

namespace CreditScoring.Service.Contract;

/// <summary>Endpoint -> operation of the contract.</summary>
internal sealed class Operations(OpenApiDocument document, ShapeSchemas schemas)
{
    public OpenApiOperation Of(RouteEndpoint endpoint, string path)
    {
        var (label, purpose) = (Get<AccessLabel>(endpoint), Get<Purpose>(endpoint));
        return new OpenApiOperation
        {
            OperationId = IdOf(ContractDocument.MethodOf(endpoint), path),
            Summary = purpose is null ? null : $"{purpose.Summary.Zh} · {purpose.Summary.En}",
            Description = purpose?.More is { } more ? $"{more.Zh}\n\n{more.En}" : null,
            Tags = new HashSet<OpenApiTagReference>(),
            Parameters = [.. Parameters(endpoint)],
            RequestBody = Taken(endpoint) is { } taken ? Body(taken) : null,
            Responses = Responses(endpoint, label),
            Security = label?.Wants is null ? [] : [ContractDocument.Keyed(document)],
        };
    }

    private static T? Get<T>(RouteEndpoint endpoint)
        where T : class => endpoint.Metadata.GetMetadata<T>();

    private static TakenBody? Taken(RouteEndpoint endpoint) =>
        Get<TakenBody>(endpoint) ?? Get<TakenLater>(endpoint)?.Body.Value;

    /// <summary>get /v1/enterprises/{id}/ledger -> getEnterprisesByIdLedger.</summary>
    private static string IdOf(string method, string path)
    {
        var words = path.Split('/', '-', '.').Where(word => word is not ("" or "v1" or "json"))
            .Select(word => word[0] == '{' ? "By" + Large(word.Trim('{', '}')) : Large(word));
        return method.ToLowerInvariant() + string.Concat(words);
    }

    private static string Large(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static IEnumerable<OpenApiParameter> Parameters(RouteEndpoint endpoint)
    {
        var examples = endpoint.Metadata.GetOrderedMetadata<ParameterExample>();
        foreach (var (name, inPath) in HandlerParameters.Of(endpoint))
        {
            var declared = ApiParameter.All[name];
            var own = examples.FirstOrDefault(each => each.Name == name);
            var example = own?.Example ?? declared.Example;
            yield return new OpenApiParameter
            {
                Name = name,
                In = inPath ? ParameterLocation.Path : ParameterLocation.Query,
                Required = inPath || own?.Required == true,
                Description = $"{declared.Says.Zh} · {declared.Says.En}",
                Schema = SchemaOf(declared.Schema),
                Example = example.Length == 0 ? null
                    : declared.Schema.Type == "integer" ? JsonNode.Parse(example) : JsonValue.Create(example),
            };
        }
    }

    private static OpenApiSchema SchemaOf(ParameterSchema said) => new()
    {
        Type = said.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String,
        Format = said.Format,
        Pattern = said.Pattern,
        MinLength = said.Longest is null ? null : 1,
        MaxLength = said.Longest,
        Minimum = said.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = said.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Enum = said.Words.Count == 0 ? null : [.. said.Words.Select(word => (JsonNode)word)],
    };

    private OpenApiRequestBody Body(TakenBody taken)
    {
        var schema = TakenSchemas.Read(taken.Schema, document);
        return new OpenApiRequestBody
        {
            Required = taken != TakenBody.Nothing,
            Content = taken.MediaTypes.ToDictionary(
                type => type,
                type => type == taken.MediaTypes[0]
                    ? new OpenApiMediaType { Schema = schema, Example = JsonNode.Parse(taken.Example) }
                    : taken.Forms.FirstOrDefault(each => each.MediaType == type) is { } form
                        ? new OpenApiMediaType
                        {
                            Schema = TakenSchemas.Read(form.Schema, document),
                            Example = JsonNode.Parse(form.Example),
                        }
                        : new OpenApiMediaType()),
        };
    }

    private OpenApiResponses Responses(RouteEndpoint endpoint, AccessLabel? label)
    {
        var all = new OpenApiResponses { ["200"] = Answered(endpoint) };
        foreach (var status in Statuses(endpoint, label).Distinct().Order())
        {
            all.Add($"{status}", status switch
            {
                StatusCodes.Status204NoContent or StatusCodes.Status302Found
                    or StatusCodes.Status304NotModified =>
                    new OpenApiResponse { Description = Refusals.Says(status) },
                _ => new OpenApiResponse
                {
                    Description = Refusals.Says(status),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/problem+json"] = new OpenApiMediaType { Schema = schemas.Of(
                            Problem.Shape) },
                    },
                },
            });
        }

        return all;
    }

    private OpenApiResponse Answered(RouteEndpoint endpoint)
    {
        var content = new Dictionary<string, OpenApiMediaType>();
        if (Get<AnswerShape>(endpoint) is { } shape)
        {
            foreach (var form in AnswerForm.OfferedFor(shape))
            {
                content[form.MediaType] = new OpenApiMediaType
                {
                    Schema = form == AnswerForm.Json ? schemas.Of(shape.Shape) : null,
                };
            }
        }

        foreach (var type in Get<TextAnswers>(endpoint)?.MediaTypes ?? [])
        {
            content[type] =
                new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        return new OpenApiResponse { Description = Refusals.Says(
            StatusCodes.Status200OK), Content = content };
    }

    private static IEnumerable<int> Statuses(RouteEndpoint endpoint, AccessLabel? label)
    {
        yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status429TooManyRequests;
        yield return StatusCodes.Status503ServiceUnavailable;
        if (Get<AnswerShape>(endpoint) is not null)
        {
            yield return StatusCodes.Status406NotAcceptable;
            if (ContractDocument.MethodOf(endpoint) == HttpMethods.Get)
            {
                yield return StatusCodes.Status304NotModified;
            }
        }

        if (label?.Wants is not null)
        {
            yield return StatusCodes.Status401Unauthorized;
            yield return StatusCodes.Status403Forbidden;
        }

        if (label?.Extent == Extent.Subject)
        {
            yield return StatusCodes.Status404NotFound;
        }

        if (Taken(endpoint) is not null)
        {
            yield return StatusCodes.Status403Forbidden;
            yield return StatusCodes.Status408RequestTimeout;
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        foreach (var status in endpoint.Metadata.GetOrderedMetadata<MoreStatuses>().SelectMany(
            each => each.Statuses))
        {
            yield return status;
        }
    }
}
