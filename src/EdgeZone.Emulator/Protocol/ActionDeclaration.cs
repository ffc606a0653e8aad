using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EdgeZone.Emulator.Domain.Faults;
using FluentValidation;

namespace EdgeZone.Emulator.Protocol;

/// <summary>
/// The one declaration of an action: its name, and for each parameter its name, type, presence, what there is to say about it, and the
/// member of <typeparamref name="TRequest"/> that takes it. Names, types and presence are checked from it, and the document is made from it.
/// </summary>
/// <param name="name">The action's name, case-sensitive.</param>
/// <param name="summary">What it does, in a line without a full stop.</param>
internal sealed class ActionDeclaration<TRequest>(string name, string summary) where TRequest : class, new()
{
    private readonly List<Parameter> _parameters = [];
    private readonly List<Action<TRequest, Argument>> _setters = [];
    private Func<IExampleWorld, JsonObject> _example = _ => [];
    private ExampleTurn _turn;
    private string[] _codes = [];

    public ActionDeclaration<TRequest> String(
        string parameter, Presence presence, string text, Action<TRequest, string> set, bool secret = false) =>
        Add(parameter, ParameterType.String, presence, text, (request, argument) => set(request, argument.Text), secret);

    public ActionDeclaration<TRequest> Int64(
        string parameter, Presence presence, string text, Action<TRequest, long> set) =>
        Add(parameter, ParameterType.Int64, presence, text, (request, argument) => set(request, argument.Signed));

    public ActionDeclaration<TRequest> UInt64(
        string parameter, Presence presence, string text, Action<TRequest, ulong> set) =>
        Add(parameter, ParameterType.UInt64, presence, text, (request, argument) => set(request, argument.Unsigned));

    public ActionDeclaration<TRequest> Bool(
        string parameter, Presence presence, string text, Action<TRequest, bool> set) =>
        Add(parameter, ParameterType.Bool, presence, text, (request, argument) => set(request, argument.Flag));

    public ActionDeclaration<TRequest> StringList(
        string parameter, Presence presence, string text, Action<TRequest, IReadOnlyList<string>> set) =>
        Add(parameter, ParameterType.StringList, presence, text, (request, argument) => set(request, argument.Items));

    /// <summary>Names the error codes that the documents list for the action, in whatever edition.</summary>
    public ActionDeclaration<TRequest> Codes(params string[] codes)
    {
        _codes = codes;
        return this;
    }

    /// <summary>Gives a body that works as it stands in a fresh world, once the examples before it were sent; made when somebody looks at it.</summary>
    public ActionDeclaration<TRequest> Example(Func<IExampleWorld, JsonObject> example, ExampleTurn turn = ExampleTurn.AsListed)
    {
        (_example, _turn) = (example, turn);
        return this;
    }

    /// <summary>Completes the action with what checks its values, what runs it, and the shape of its answer.</summary>
    /// <param name="createValidator">Called once, with the first call of the action: rules are compiled then and not at start.</param>
    /// <param name="handle">Translates to the engine's words, makes one call on it, and translates back.</param>
    /// <param name="describeResponse">Gives the answer's shape; called once, with the first answer: a start need not describe those of every action.</param>
    public IApiAction Build<TResponse>(
        Func<IValidator<TRequest>>? createValidator,
        Func<ActionContext, TRequest, TResponse> handle,
        Func<JsonTypeInfo<TResponse>> describeResponse)
        where TResponse : ApiResponse =>
        new BuiltAction<TResponse>(name, summary, _example, _turn, [.. _parameters], [.. _setters], _codes, createValidator, handle, describeResponse);

    private ActionDeclaration<TRequest> Add(
        string parameter, ParameterType type, Presence presence, string text, Action<TRequest, Argument> set, bool secret = false)
    {
        _parameters.Add(new Parameter(parameter, type, presence, text, secret));
        _setters.Add(set);
        return this;
    }

    private sealed class BuiltAction<TResponse>(
        string name,
        string summary,
        Func<IExampleWorld, JsonObject> example,
        ExampleTurn turn,
        Parameter[] parameters,
        Action<TRequest, Argument>[] setters,
        string[] codes,
        Func<IValidator<TRequest>>? createValidator,
        Func<ActionContext, TRequest, TResponse> handle,
        Func<JsonTypeInfo<TResponse>> describeResponse) : IApiAction
        where TResponse : ApiResponse
    {
        private readonly FactPlaces _facts = new(name, parameters);
        private readonly Lazy<IValidator<TRequest>>? _validator = createValidator is null ? null : new(createValidator);
        private readonly Lazy<JsonTypeInfo<TResponse>> _responseType = new(describeResponse);

        public string Name => name;

        public string Summary => summary;

        public ExampleTurn ExampleTurn => turn;

        public IReadOnlyList<Parameter> Parameters => parameters;

        public IReadOnlyList<string> Codes => codes;

        public JsonTypeInfo ResponseType => _responseType.Value;

        public IEnumerable<string> KnownFacts => _facts.Known;

        public CallFacts FactsOf(Arguments arguments, long appId, string region) => _facts.Read(arguments, appId, region);

        public ApiResponse Run(ActionContext context, Arguments arguments)
        {
            var request = new TRequest();
            for (var i = 0; i < setters.Length; i++)
            {
                if (arguments[i].Present)
                {
                    setters[i](request, arguments[i]);
                }
            }

            if (_validator?.Value.Validate(request) is { IsValid: false } result)
            {
                throw new ApiException(result.Errors[0].ErrorCode, result.Errors[0].ErrorMessage);
            }

            return handle(context, request);
        }

        public JsonObject ExampleIn(IExampleWorld world) => example(world);

        public void Write(Utf8JsonWriter writer, ApiResponse response) => JsonSerializer.Serialize(writer, (TResponse)response, _responseType.Value);
    }
}
