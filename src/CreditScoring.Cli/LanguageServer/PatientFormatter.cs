using System.Buffers;
using System.Text;
using Newtonsoft.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CreditScoring.Cli.LanguageServer;

/// <summary>
/// Messages as JSON. One that is none, or no message, becomes a notification that nobody takes: it ends
/// neither the connection nor the session.
/// </summary>
internal sealed class PatientFormatter : JsonMessageFormatter, IJsonRpcMessageTextFormatter
{
    private const string Broken = "$/broken";

    public PatientFormatter() => JsonSerializer.DateParseHandling = DateParseHandling.None;

    JsonRpcMessage IJsonRpcMessageFormatter.Deserialize(ReadOnlySequence<byte> contentBuffer) =>
        Read(() => Deserialize(contentBuffer));

    JsonRpcMessage IJsonRpcMessageTextFormatter.Deserialize(
        ReadOnlySequence<byte> contentBuffer, Encoding encoding) =>
        Read(() => Deserialize(contentBuffer, encoding));

    private static JsonRpcMessage Read(Func<JsonRpcMessage> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is JsonException or InvalidCastException or FormatException
            or InvalidOperationException or ArgumentException or UnrecognizedJsonRpcMessageException)
        {
            Console.Error.WriteLine(fault.Message);
            return new JsonRpcRequest { Method = Broken };
        }
    }
}
